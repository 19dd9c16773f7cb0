package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.ProcessAction;

/** Everything that is sent to an entity. Any of it may arrive twice, late, or not at all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @Type(value = Message.Submit.class, name = "submit"),
  @Type(value = Message.Instruct.class, name = "instruct"),
  @Type(value = Message.Try.class, name = "try"),
  @Type(value = Message.Tried.class, name = "tried"),
  @Type(value = Message.Request.class, name = "request"),
  @Type(value = Message.Consult.class, name = "consult"),
  @Type(value = Message.Answer.class, name = "answer"),
  @Type(value = Message.Release.class, name = "release"),
  @Type(value = Message.Released.class, name = "released"),
  @Type(value = Message.Show.class, name = "show"),
  @Type(value = Message.Shown.class, name = "shown"),
  @Type(value = Message.Said.class, name = "said"),
  @Type(value = Message.Leaving.class, name = "leaving"),
  @Type(value = Message.Returned.class, name = "returned"),
  @Type(value = Message.Lapsed.class, name = "lapsed"),
  @Type(value = Message.Read.class, name = "read")
})
public sealed interface Message extends CborSerializable {
  /**
   * From the edge to the subject: have this performed. Answered with a {@link Response.Performed}.
   */
  record Submit(Ask ask) implements Message {}

  /**
   * From a subject to another Process, which performs a part of its composite in its own name.
   *
   * @param ask the part; its key is the {@link CallId} of the part
   * @param from who asks, and gets the Answer
   * @param part the CallId that the Answer names
   * @param account the Account that asks: only a Process of the same one obeys
   */
  record Instruct(Ask ask, Address from, CallId part, String account) implements Message {}

  /**
   * From a subject to another Process, in a dry run: would it perform that part? Sent along with
   * who waits; answered with {@link Tried}.
   *
   * @param ask the part
   * @param account the Account that asks
   */
  record Try(Ask ask, Trial trial, String account) implements Message {}

  /** From the performer of one part to the subject, in a dry run, along with who waits. */
  record Tried(ProcessAction part, Trial trial, Reply reply) implements Message {}

  /** From the subject to the performer; and back to the performer with a finding more. */
  record Request(Call call) implements Message {}

  /**
   * From a performer (or one consulted) to another entity.
   *
   * @param question what is asked
   * @param call about what
   * @param args what the question needs besides
   * @param path who goes on with the finding: the last frame first to be returned to; never empty
   */
  record Consult(Question question, Call call, @Nullable Args args, List<Frame> path)
      implements Message {
    public Consult {
      path = List.copyOf(path);
      if (path.isEmpty())
        throw new IllegalArgumentException("a Consult needs someone to return to");
    }

    /** The message that carries the finding back. */
    public Send answer(Finding finding) {
      Frame last = path.get(path.size() - 1);
      Call more = call.with(finding);
      return last.question() == null
          ? new Send(last.to(), new Request(more), call.dryRun())
          : new Send(
              last.to(),
              new Consult(last.question(), more, last.args(), path.subList(0, path.size() - 1)),
              call.dryRun());
    }

    /** Asks a third entity first, and gets this same question back with its finding. */
    public Send first(Address self, Address third, Question other, @Nullable Args otherArgs) {
      List<Frame> longer = new ArrayList<>(path);
      longer.add(new Frame(self, question, args));
      return new Send(third, new Consult(other, call, otherArgs, longer), call.dryRun());
    }
  }

  /** From the performer to the subject. */
  record Answer(CallId id, Reply reply) implements Message {}

  /**
   * From an Item that has moved to the place that it left; repeated until {@link Released}.
   *
   * @param move the move by which the stay that has ended began: a later stay is not meant
   */
  record Release(String item, CallId move, Address from) implements Message {}

  /** From the place that was left to the Item. */
  record Released(String place, CallId move) implements Message {}

  /**
   * From an Item to the place where it stands: this is how it appears; repeated until {@link
   * Shown}.
   *
   * @param since the move by which it came: another stay is not meant
   */
  record Show(String item, CallId since, Appearance appearance, Address from) implements Message {}

  /** From the place to the Item: it knows how it appears, up to that number. */
  record Shown(String place, long number) implements Message {}

  /**
   * From a place to itself, once it is written that it was said: for who watches it now.
   *
   * @param process who said it
   * @param message the ID of the Message
   * @param text what was said
   */
  record Said(String process, String message, String text) implements Message {}

  /**
   * To what keeps letters for another M-Instance: these are about to be sent, and from then on only
   * their receiver knows what became of them.
   */
  record Leaving(List<Long> letters) implements Message {
    public Leaving {
      letters = List.copyOf(letters);
    }
  }

  /**
   * To what keeps letters: the other M-Instance has answered that one.
   *
   * @param settled whether it was told that what it had handed over has come, and not asked
   */
  record Returned(long letter, Reply reply, boolean settled) implements Message {
    /** What it was asked is answered. */
    public Returned(long letter, Reply reply) {
      this(letter, reply, false);
    }
  }

  /** To what keeps letters: the time of that one is over; it is of note if it never left. */
  record Lapsed(long letter) implements Message {}

  /** From the edge: tell what you know. Answered with a {@link Response}; changes nothing. */
  record Read(Query query) implements Message {}

  /**
   * Asks {@code entity} a question for {@code performer}, who gets the Request back with the
   * finding.
   */
  static Send consult(
      Address performer, Address entity, Question question, Call call, @Nullable Args args) {
    return new Send(
        entity,
        new Consult(question, call, args, List.of(new Frame(performer, null, null))),
        call.dryRun());
  }
}
