/** Process Actions: what is asked, by whom, and how it was answered. */
@NullMarked
package org.mmm.pa;

import org.jspecify.annotations.NullMarked;
