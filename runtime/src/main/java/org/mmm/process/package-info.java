/**
 * Processes: Users, Devices, Apps. A Process asks in its own name, holds its Rights, receives what
 * is sent to it, and keeps its part of the activity log.
 */
@NullMarked
package org.mmm.process;

import org.jspecify.annotations.NullMarked;
