/** One of two packages that know each other. */
@NullMarked
package org.mmm.architecture.samples.near;

import org.jspecify.annotations.NullMarked;
