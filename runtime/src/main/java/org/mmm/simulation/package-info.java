/**
 * Whole M-Instances in memory and in one thread: machines, the messages between them, and all that
 * can go wrong, in every order or as a seed says.
 */
@NullMarked
package org.mmm.simulation;

import org.jspecify.annotations.NullMarked;
