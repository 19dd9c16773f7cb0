package org.mmm.action;

/** Who performs an Action: the natural key by which its entity is found. */
public enum Performer {
  /** The Account of the human who registers. */
  HUMAN,
  /** The Item or place that is the direct object. */
  ITEM,
  /** The Item that comes into being. */
  NEW_ITEM,
  /** The Process whose Rights change. */
  HOLDER,
  /** The Transaction, by its ID. */
  TRANSACTION,
  /** The Service asked, one entity per asking Process. */
  ASKER,
  /** The session, by the ID of its Resolution. */
  SESSION,
  /** The parts of a composite, each by its own performer. */
  PARTS,
  /** Nobody in this M-Instance: the verb is known, and refused as not offered. */
  NOT_OFFERED
}
