/** One of two packages that know each other. */
@NullMarked
package org.mmm.architecture.samples.far;

import org.jspecify.annotations.NullMarked;
