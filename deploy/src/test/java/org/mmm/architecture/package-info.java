/**
 * The doors of the house: which module and package may use what, checked on the compiled classes.
 */
@NullMarked
package org.mmm.architecture;

import org.jspecify.annotations.NullMarked;
