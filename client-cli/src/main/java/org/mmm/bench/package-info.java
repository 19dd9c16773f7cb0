/** Measures a node with Users who ask, wait for the answer, and ask again. */
@NullMarked
package org.mmm.bench;

import org.jspecify.annotations.NullMarked;
