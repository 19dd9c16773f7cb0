/** The activity log: what each Process asked, was asked, and was concerned by. */
@NullMarked
package org.mmm.log;

import org.jspecify.annotations.NullMarked;
