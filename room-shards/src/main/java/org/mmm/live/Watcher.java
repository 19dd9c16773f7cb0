package org.mmm.live;

/** Who watches a Room. It is called by one relay for many, so it must neither wait nor throw. */
public interface Watcher {
  /**
   * One frame, in order.
   *
   * @param bytes shared by all who watch: must not be changed; an {@link org.mmm.frame.RoomFrame}
   * @param key whether it can be understood alone
   */
  void frame(byte[] bytes, boolean key);

  /** How many frames it left out since this was asked, because it was too slow for them. */
  int takeLeftOut();

  /** The watch is over: nothing is told after this. Not called when the watcher closed it. */
  void ended(Ending why);
}
