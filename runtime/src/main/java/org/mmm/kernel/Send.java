package org.mmm.kernel;

/**
 * A message to be sent once the events that belong to it are written.
 *
 * @param to the entity
 * @param message what is sent
 * @param passCaller whether whoever waits for an answer to the present message is to be answered by
 *     {@code to}
 */
public record Send(Address to, Message message, boolean passCaller) {
  public Send(Address to, Message message) {
    this(to, message, false);
  }
}
