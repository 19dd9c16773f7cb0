/** The {@code mmm} command: one small class for each of its commands. */
@NullMarked
package org.mmm.cli;

import org.jspecify.annotations.NullMarked;
