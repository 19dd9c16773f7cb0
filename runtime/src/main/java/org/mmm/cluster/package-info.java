/**
 * Several nodes as one M-Instance: how they find each other, and how long one may write while it
 * cannot see the others.
 */
@NullMarked
package org.mmm.cluster;

import org.jspecify.annotations.NullMarked;
