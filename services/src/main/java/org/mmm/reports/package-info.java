/** What Users report to the operator of the M-Instance, of other Users or of Items. */
@NullMarked
package org.mmm.reports;

import org.jspecify.annotations.NullMarked;
