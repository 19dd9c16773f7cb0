/**
 * The kernel: entities as pure machines, the messages between them, and the one shell that runs a
 * machine as a persistent actor.
 *
 * <p>A {@link org.mmm.kernel.Machine} decides: (state, message) to {@link org.mmm.kernel.Outcome}.
 * A {@link org.mmm.kernel.MachineEntity} acts: writes the events, then sends and answers. Time
 * comes in as a {@link org.mmm.kernel.Moment}, so that a whole cluster can be run in one thread by
 * the package {@code org.mmm.simulation}.
 */
@NullMarked
package org.mmm.kernel;

import org.jspecify.annotations.NullMarked;
