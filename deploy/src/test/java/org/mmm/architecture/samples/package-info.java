/** Classes that break the rules on purpose, each in one way; the rules must find them. */
@NullMarked
package org.mmm.architecture.samples;

import org.jspecify.annotations.NullMarked;
