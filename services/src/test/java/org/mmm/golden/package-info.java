/** Golden files of what is stored. */
@NullMarked
package org.mmm.golden;

import org.jspecify.annotations.NullMarked;
