/** A cluster on this machine: nodes and a Cassandra as processes, and who looks after them. */
@NullMarked
package org.mmm.local;

import org.jspecify.annotations.NullMarked;
