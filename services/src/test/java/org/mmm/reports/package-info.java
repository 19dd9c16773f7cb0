/** What is reported, and what is not. */
@NullMarked
package org.mmm.reports;

import org.jspecify.annotations.NullMarked;
