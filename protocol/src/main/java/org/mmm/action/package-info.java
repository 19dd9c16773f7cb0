/** The Action table: every verb of the standard, said once. */
@NullMarked
package org.mmm.action;

import org.jspecify.annotations.NullMarked;
