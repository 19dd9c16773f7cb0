package org.mmm.liveedge;

import java.util.Optional;

/** Takes tickets. */
public interface Visits {
  /** What that ticket is good for; empty if it is none of ours, was used, or has run out. */
  Optional<Visit> redeem(String ticket);
}
