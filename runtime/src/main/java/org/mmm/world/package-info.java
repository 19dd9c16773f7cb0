/**
 * What an M-Instance starts with: the world file, and the entity that applies it once, statement by
 * statement.
 */
@NullMarked
package org.mmm.world;

import org.jspecify.annotations.NullMarked;
