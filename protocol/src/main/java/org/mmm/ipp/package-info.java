/**
 * What goes between two Resolution Services, as far as both ends need it: who an M-Instance is,
 * what it publishes of itself, and how HTTP messages are signed.
 */
@NullMarked
package org.mmm.ipp;

import org.jspecify.annotations.NullMarked;
