/** Starts a node as a child process and stops it again. */
@NullMarked
package org.mmm.child;

import org.jspecify.annotations.NullMarked;
