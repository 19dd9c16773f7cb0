/** The program as it is shipped: its launchers, started as a user starts them. */
@NullMarked
package org.mmm.distribution;

import org.jspecify.annotations.NullMarked;
