/** What the figures of a node must say. */
@NullMarked
package org.mmm.figures;

import org.jspecify.annotations.NullMarked;
