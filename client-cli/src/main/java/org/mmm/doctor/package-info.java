/** What is well with a node and its cluster, what is not, and the way out. */
@NullMarked
package org.mmm.doctor;

import org.jspecify.annotations.NullMarked;
