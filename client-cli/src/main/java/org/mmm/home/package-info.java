/**
 * What the client remembers between commands: contexts, tokens, runs. Readable by its owner only.
 */
@NullMarked
package org.mmm.home;

import org.jspecify.annotations.NullMarked;
