package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a Process sends to another with MM-Send (MMM-TEC V2.2, Message). The short form is a text.
 *
 * @param data the content, in at most 1,000 parts
 * @param rights what the receiver may do with it, at most 1,000
 * @param envelope IDs and the rest
 */
public record Message(List<Payload> data, List<Ref<Rights>> rights, Envelope envelope)
    implements Item {
  private static final String DATA = "MessageData";
  private static final String ID = "MessageID";

  public Message {
    data = Limits.list("Message.MessageData", data);
    rights = Limits.list("Message.Rights", rights);
  }

  /** A text, of at most 4,096 characters, without IDs. */
  public static Message of(String text) {
    return new Message(List.of(Payload.text(text)), List.of(), Envelope.NONE);
  }

  static Message read(Fields in) {
    return new Message(
        Payload.list(in.take(DATA, "MessagePayload"), DATA, ID),
        in.take("Rights").oneOrList(entry -> Ref.read(entry, "Right", Rights.class)),
        in.envelope(ItemType.MESSAGE));
  }

  @Override
  public ItemType type() {
    return ItemType.MESSAGE;
  }

  @Override
  public Message with(Envelope newEnvelope) {
    return new Message(data, rights, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return Payload.write(FieldWriter.item(type(), envelope), DATA, data, DATA, ID)
        .list("Rights", rights, right -> right.json("Right"))
        .done();
  }
}
