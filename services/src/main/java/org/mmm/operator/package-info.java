/**
 * The Operator API: what the operator sees of the nodes and does with them, at a port of its own
 * that nobody else may use.
 */
@NullMarked
package org.mmm.operator;

import org.jspecify.annotations.NullMarked;
