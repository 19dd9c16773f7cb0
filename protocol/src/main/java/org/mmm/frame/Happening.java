package org.mmm.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened in a Room once, in the order of its frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "happening")
@JsonSubTypes({
  @Type(value = Happening.Came.class, name = "came"),
  @Type(value = Happening.Left.class, name = "left"),
  @Type(value = Happening.Placed.class, name = "placed"),
  @Type(value = Happening.Perceived.class, name = "perceived"),
  @Type(value = Happening.Said.class, name = "said"),
  @Type(value = Happening.Animated.class, name = "animated")
})
public sealed interface Happening {
  /** Bytes of UTF-8 that an ID or a name may have. */
  int NAME_BYTES = 512;

  /** Bytes of UTF-8 that one thing said may have. */
  int TEXT_BYTES = 4096;

  /**
   * A Persona or another Item is here from now on; a key frame says it of all that are.
   *
   * @param slot its seat, its own until it has left
   * @param generation of the seat: input names it
   * @param item its ID
   * @param dataType what it is: only a Persona can be steered
   * @param name what people call it
   * @param perceptible whether it can be seen; of one that cannot, no pose is told
   */
  record Came(
      int slot, long generation, String item, String dataType, String name, boolean perceptible)
      implements Happening {
    public Came {
      Range.slot(slot);
      Range.generation(generation);
      Range.check("item", item, NAME_BYTES);
      Range.check("dataType", dataType, NAME_BYTES);
      Range.check("name", name, NAME_BYTES);
    }
  }

  /** It is here no more; the slot may be another's from now on. */
  record Left(int slot) implements Happening {
    public Left {
      Range.slot(slot);
    }
  }

  /**
   * A Process Action put it where this frame says it is; input of an older generation counts no
   * more.
   */
  record Placed(int slot, long generation) implements Happening {
    public Placed {
      Range.slot(slot);
      Range.generation(generation);
    }
  }

  /** It can be seen from now on, or cannot: MM-Enable, MM-Disable. */
  record Perceived(int slot, boolean perceptible) implements Happening {
    public Perceived {
      Range.slot(slot);
    }
  }

  /**
   * Somebody said something to those who are here.
   *
   * @param process the ID of the Process that said it
   * @param message the ID of the Message
   * @param text what it said
   */
  record Said(String process, String message, String text) implements Happening {
    public Said {
      Range.check("process", process, NAME_BYTES);
      Range.check("message", message, NAME_BYTES);
      Range.check("text", text, TEXT_BYTES);
    }
  }

  /**
   * It is animated from that tick on: MM-Animate. A key frame says it again, with the same tick, so
   * that who comes later sees it in the same phase.
   *
   * @param stream the ID of the Stream
   * @param since the tick of the Room at which it began
   */
  record Animated(int slot, long since, String stream) implements Happening {
    public Animated {
      Range.slot(slot);
      Range.check("since", since, 0, Range.U32);
      Range.check("stream", stream, NAME_BYTES);
    }
  }
}
