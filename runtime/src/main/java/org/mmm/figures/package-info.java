/**
 * What an operator sees of a node: its most telling figures over the last seconds, computed from
 * counts that only grow, and asked of all nodes of the cluster.
 */
@NullMarked
package org.mmm.figures;

import org.jspecify.annotations.NullMarked;
