package org.mmm.live;

import org.mmm.frame.MotionFrame;

/** What one who watches a Room may ask of it. Any thread may call; none of it waits. */
public interface Watch extends AutoCloseable {
  /** Steers the Persona of this watch: the newest counts. Nothing happens if it steers none. */
  void move(MotionFrame wish);

  /** Asks for a key frame, because frames were left out; until it comes there are no others. */
  void keyFrame();

  /** Ends it: soon after, nothing is told any more. Closing twice is harmless. */
  @Override
  void close();
}
