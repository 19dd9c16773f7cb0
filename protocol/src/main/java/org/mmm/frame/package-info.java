/**
 * What is said in a live Room, many times a second: what moves and what happens, from the Room to
 * all who watch it, and how one wants to stand, from who steers a Persona to the Room. Little
 * endian, quantised, versioned; {@code docs/LIVE.md} has it byte by byte.
 */
@NullMarked
package org.mmm.frame;

import org.jspecify.annotations.NullMarked;
