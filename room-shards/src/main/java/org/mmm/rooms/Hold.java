package org.mmm.rooms;

import org.mmm.kernel.CallId;

/**
 * A place on offer is kept for somebody who looks at it.
 *
 * @param user the ProcessID for whom
 * @param until epoch milliseconds
 * @param by the Process Action by which
 */
public record Hold(String user, long until, CallId by) {
  boolean liveAt(long millis) {
    return until > millis;
  }
}
