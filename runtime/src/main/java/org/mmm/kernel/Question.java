package org.mmm.kernel;

/**
 * What one entity asks another while it performs a Process Action. Every question may be asked
 * twice.
 */
public enum Question {
  /** Does the caller own you, and at which epoch? Of an Item or place. */
  OWN,
  /**
   * May the caller use you (read, Identify, MU-Actuate, send)? Of an Item or place; answers with
   * its data.
   */
  USE,
  /** Who owns you and what you stand in? Of a place, innermost first. */
  ABOVE,
  /** May this name be taken, for this kind and data type? Of a directory bucket. */
  CLAIM,
  /** Which names of these data types do you keep? Of a directory bucket; answers with an array. */
  NAMES,
  /** Come into being. Of a Process, Item or place. */
  FOUND,
  /** Take this Message or Item. Of a Process or Service; of a place: let it be heard in you. */
  DELIVER,
  /** Let this Item stand in you. Of a place. */
  ADMIT,
  /** Where does one go who is put out of you? Of a place. */
  OUTSIDE,
  /**
   * Are you on offer to this buyer at this price? If so, keep yourself for this Transaction. Of an
   * Item or place.
   */
  RESERVE,
  /** Change owner, as reserved. Of an Item or place. */
  TRANSFER,
  /** Keep yourself no longer for this Transaction: it came to nothing. Of an Item or place. */
  FREE,
  /**
   * Is there room among what your Account owns? If so, count what is to be made or acquired. Of the
   * holdings of an Account.
   */
  COUNT,
  /**
   * Count that no longer: it came to nothing, or is another's now. Of the holdings of an Account.
   */
  UNCOUNT,
  /** Keep yourself for the caller for a while. Of a place on offer. */
  HOLD,
  /** Is your key present? Of the Activity Service. */
  PRESENT,
  /** Is that M-Instance spoken with? Of what keeps the list of them. */
  PEER
}
