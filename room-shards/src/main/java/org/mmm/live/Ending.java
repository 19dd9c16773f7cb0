package org.mmm.live;

/** Why a watch ended that its watcher did not close. */
public enum Ending {
  /** There is no such Room, or it is not one that can be watched. */
  NO_ROOM,
  /** The Persona that it steered is seated there no more. */
  LEFT,
  /** As many watch that Room from this node as may. */
  FULL,
  /** This node ends. */
  STOPPED
}
