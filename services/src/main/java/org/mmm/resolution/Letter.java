package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Call;
import org.mmm.kernel.Reply;

/**
 * A Process Action on its way to another M-Instance.
 *
 * @param number in its lane, from 1
 * @param id the ID of its IPP Message, never used twice by this M-Instance
 * @param call what is asked, and by whom
 * @param items what goes along of this M-Instance's own
 * @param issued when it was taken, epoch milliseconds
 * @param expires when nothing is begun for it any more, epoch milliseconds
 * @param left whether it may have been sent: then only its receiver knows what became of it
 * @param dropped whether the operator wants it undone
 * @param acquires whether an Item comes with the answer: from when it was taken, this M-Instance
 *     has accepted that
 * @param came how it was answered, as long as what came is not yet in its place; null before
 * @param held whether what came is here: the other M-Instance has still to be told
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Letter(
    long number,
    String id,
    Call call,
    List<Carried> items,
    long issued,
    long expires,
    boolean left,
    boolean dropped,
    boolean acquires,
    @Nullable Reply came,
    boolean held) {
  public Letter {
    items = items == null ? List.of() : List.copyOf(items);
  }

  /** Who gets it, as far as order is concerned: letters to others do not wait for it. */
  public String destination() {
    var c = call.action().complements();
    return c.to().isEmpty() ? String.valueOf(c.nil()) : String.join(",", c.to());
  }

  public String source() {
    return call.action().source();
  }

  Letter sent() {
    return but(true, dropped, came, held);
  }

  Letter undone() {
    return but(left, true, came, held);
  }

  Letter answered(Reply reply) {
    return but(left, dropped, reply, held);
  }

  Letter confirming() {
    return but(left, dropped, came, true);
  }

  private Letter but(boolean sent, boolean undone, @Nullable Reply answer, boolean here) {
    return new Letter(
        number, id, call, items, issued, expires, sent, undone, acquires, answer, here);
  }
}
