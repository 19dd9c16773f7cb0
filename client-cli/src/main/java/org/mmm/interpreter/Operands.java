package org.mmm.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.script.Interpolation;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Argument;
import org.mmm.script.Operand.Call;
import org.mmm.script.Operand.Name;
import org.mmm.script.Operand.Payload;
import org.mmm.script.Operand.Pick;
import org.mmm.script.Operand.Quantity;
import org.mmm.script.Operand.Text;

/** Turns the operands of one step into IDs and Items. */
final class Operands {
  private final Names names;
  private final Draw draw;
  private final String key;
  private int minted;

  /**
   * @param key the step's Idempotency-Key: the IDs made here come from it, so that a repeat of the
   *     step makes the same ones
   */
  Operands(Names names, Draw draw, String key) {
    this.names = names;
    this.draw = draw;
    this.key = key;
  }

  /** A new ID that nobody else makes. */
  String newId(String kind) {
    minted++;
    return kind + "-" + key + (minted == 1 ? "" : "-" + minted);
  }

  /** The verb's object. */
  void object(Action action, Operand operand, Complements out) {
    Operand object = chosen(operand);
    if (object instanceof Text text) {
      textObject(action, filled(text), out);
    } else if (object instanceof Name name) {
      nameObject(action, name, out);
    } else if (object instanceof Quantity number) {
      out.add(Preposition.NIL, draw.number(number).toPlainString());
    } else {
      out.with(item(object));
    }
  }

  /** What follows a preposition. */
  void after(Preposition preposition, Operand operand, Complements out) {
    Operand chosen = chosen(operand);
    if (chosen instanceof Name name) {
      out.add(preposition, names.id(name));
    } else if (chosen instanceof Text text) {
      out.add(preposition, filled(text));
    } else if (chosen instanceof Quantity number) {
      out.add(preposition, draw.number(number).toPlainString());
    } else if (preposition == Preposition.WITH) {
      out.with(item(chosen));
    } else {
      throw new IllegalArgumentException(
          "an Item itself can only follow With, not " + preposition.wireName());
    }
  }

  /** The value of {@code let}: an ID, a text or a number. */
  String value(Operand operand) {
    Operand chosen = chosen(operand);
    if (chosen instanceof Name name) {
      return names.id(name);
    }
    if (chosen instanceof Text text) {
      return filled(text);
    }
    if (chosen instanceof Quantity number) {
      return draw.number(number).toPlainString();
    }
    throw new IllegalArgumentException("a name can stand for an ID, a text or a number only");
  }

  private void textObject(Action action, String text, Complements out) {
    if (action == Action.MM_SEND || action == Action.MU_SEND || action == Action.UM_SEND) {
      String id = newId("Message");
      out.add(Preposition.NIL, id);
      out.with(Items.message(id, text));
    } else {
      out.add(Preposition.NIL, text);
    }
  }

  private void nameObject(Action action, Name name, Complements out) {
    if (action == Action.DISCOVER) {
      out.with(Items.discovery(names.plain(name)));
    } else if (isCapture(action) && !name.quoted()) {
      out.add(Preposition.NIL, newId(names.plain(name)));
    } else {
      out.add(Preposition.NIL, names.id(name));
    }
  }

  /** Whether the Action's object is what it brings into being. */
  static boolean isCapture(Action action) {
    return action == Action.UM_CAPTURE || action == Action.MM_CAPTURE;
  }

  private ObjectNode item(Operand operand) {
    if (operand instanceof Payload payload) {
      return Items.payload(payload.kind().text(), payload.filled(names.ids()));
    }
    if (operand instanceof Operand.Rights rights) {
      return new RightsItems(names, this).of(rights);
    }
    if (operand instanceof Call call) {
      return call(call);
    }
    throw new IllegalArgumentException("this cannot be sent");
  }

  private ObjectNode call(Call call) {
    String kind = call.kind().text();
    return switch (kind) {
      case "SA" -> Items.spatialAttitude(numbers(call.arguments()));
      case "Value" -> value(call.arguments());
      case "Perceptibility" -> perceptibility(call.arguments());
      default ->
          throw new IllegalArgumentException(
              kind + "(...) means nothing here; there are SA, Value, Perceptibility and Rights");
    };
  }

  private BigDecimal[] numbers(List<Argument> arguments) {
    return arguments.stream().map(this::number).toArray(BigDecimal[]::new);
  }

  private BigDecimal number(Argument argument) {
    if (argument.value() instanceof Quantity quantity) {
      return draw.number(quantity);
    }
    if (argument.value() instanceof Name name) {
      try {
        return new BigDecimal(names.id(name));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(names.plain(name) + " is no number", e);
      }
    }
    throw new IllegalArgumentException("a number is expected here");
  }

  private ObjectNode value(List<Argument> arguments) {
    if (arguments.size() != 1 || arguments.get(0).measure().isEmpty()) {
      throw new IllegalArgumentException("Value takes an amount and a currency: Value(12.50 EUR)");
    }
    Argument amount = arguments.get(0);
    return Items.value(number(amount), amount.measure().orElseThrow().text());
  }

  private static ObjectNode perceptibility(List<Argument> arguments) {
    if (arguments.size() == 1 && arguments.get(0).value() instanceof Name word) {
      if (word.text().equals("true") || word.text().equals("false")) {
        return Items.perceptibility(word.text().equals("true"));
      }
    }
    throw new IllegalArgumentException("Perceptibility takes true or false");
  }

  private String filled(Text text) {
    return Interpolation.fill(text.template(), names.ids());
  }

  private Operand chosen(Operand operand) {
    return operand instanceof Pick pick ? chosen(draw.pick(pick.choices())) : operand;
  }
}
