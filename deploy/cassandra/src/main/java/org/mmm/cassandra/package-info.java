/**
 * A Cassandra as a process of this machine: one node, one JVM, for tests and for trying out a
 * cluster. Not for data that matter.
 */
@NullMarked
package org.mmm.cassandra;

import org.jspecify.annotations.NullMarked;
