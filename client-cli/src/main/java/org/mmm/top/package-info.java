/** The figures of all nodes, as a person and a script see them. */
@NullMarked
package org.mmm.top;

import org.jspecify.annotations.NullMarked;
