/** One node: starts what belongs together, and stops it again. */
@NullMarked
package org.mmm.node;

import org.jspecify.annotations.NullMarked;
