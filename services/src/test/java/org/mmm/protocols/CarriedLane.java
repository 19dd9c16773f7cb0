package org.mmm.protocols;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mmm.action.Edition;
import org.mmm.intent.Abroad;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.provenance.Receipt;
import org.mmm.resolution.Acquired;
import org.mmm.resolution.LaneEvent;
import org.mmm.resolution.LaneMachine;
import org.mmm.resolution.LaneState;
import org.mmm.resolution.Letter;
import org.mmm.transactions.TransactionRules;

/**
 * A lane of letters of beta, with what carries them to alpha, in one simulation with it: names of
 * alpha have no M-Instance there, names of beta are those behind which it stands. A letter becomes
 * an order to the entity of its Process at alpha; that one's answer comes back.
 */
final class CarriedLane implements Machine<LaneState, LaneEvent> {
  static final String ALPHA = "alpha.example";
  static final String BETA = "beta.example";
  private static final KeyPair KEYS = keys();

  private final Address self;
  private final LaneMachine lane;

  CarriedLane(Address self, LaneMachine lane) {
    this.self = self;
    this.lane = lane;
  }

  static Address of(String process) {
    return Abroad.lane(ALPHA, process);
  }

  @Override
  public LaneState empty() {
    return lane.empty();
  }

  @Override
  public LaneState apply(LaneState state, LaneEvent event) {
    return lane.apply(state, event);
  }

  @Override
  public boolean busy(LaneState state) {
    return lane.busy(state);
  }

  @Override
  public List<Send> due(LaneState state, Moment now) {
    List<Send> due = new ArrayList<>(lane.due(state, now));
    for (Letter letter : state.letters().values()) due.addAll(carry(letter, now));
    return due;
  }

  @Override
  public Outcome<LaneEvent> on(LaneState state, Message message, Moment now) {
    Message meant = message instanceof Message.Answer a ? returned(state, a) : message;
    Outcome<LaneEvent> outcome = lane.on(state, meant, now);
    LaneState after = state;
    for (LaneEvent event : outcome.events()) after = lane.apply(after, event);
    for (Letter letter : after.letters().values()) {
      boolean news = !letter.equals(state.letters().get(letter.number()));
      if (news) outcome = outcome.send(carry(letter, now));
    }
    return outcome;
  }

  private List<Send> carry(Letter letter, Moment now) {
    Reply came = letter.came();
    if (came != null) {
      return letter.held()
          ? List.of(new Send(self, new Message.Returned(letter.number(), came, true)))
          : List.of();
    }
    if (!letter.left()) {
      return now.millis() > letter.expires()
          ? List.of(new Send(self, new Message.Lapsed(letter.number())))
          : List.of(new Send(self, new Message.Leaving(List.of(letter.number()))));
    }
    String subject = letter.source() + "@" + BETA;
    Complements c = letter.call().action().complements();
    List<String> from = c.from().stream().map(CarriedLane::local).toList();
    var sentence =
        new ProcessAction(
            subject,
            letter.call().action().action(),
            Edition.ARC_1_2,
            Complements.nil(local(String.valueOf(c.nil())))
                .withFrom(from.toArray(new String[0]))
                .with(List.of(TransactionRules.askedBy(letter.id()))));
    Map<String, Name> names =
        Map.of(
            "Chair",
            new Name(Address.Kind.ITEM, "Model"),
            "Seller",
            new Name(Address.Kind.PROCESS, "User"));
    Ask ask =
        new Ask(
            "ipp." + letter.id(),
            sentence.toString(),
            sentence,
            names,
            List.of(MintedName.derived("Transaction", letter.id())),
            letter.expires(),
            false,
            null,
            null);
    var order = new Message.Instruct(ask, self, new CallId(self, letter.number(), 0), subject);
    return List.of(new Send(Address.process(subject), order));
  }

  /** What alpha would say, with the Item if it was handed over. */
  private static Message returned(LaneState state, Message.Answer answer) {
    Letter letter = state.letters().get(answer.id().seq());
    Reply reply = answer.reply();
    if (letter == null || !reply.status().acknowledged()) {
      return new Message.Returned(answer.id().seq(), reply);
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("Title", "a chair");
    Receipt receipt =
        Receipt.sign(
            "Chair@" + ALPHA,
            "Model",
            data,
            "Seller@" + ALPHA,
            letter.source() + "@" + BETA,
            letter.id(),
            Instant.EPOCH,
            ALPHA,
            "key-1",
            KEYS.getPublic(),
            List.of(),
            KEYS.getPrivate());
    Acquired item = new Acquired("Model", data, receipt);
    return new Message.Returned(answer.id().seq(), item.with(reply));
  }

  private static String local(String name) {
    return RemoteName.of(name).map(RemoteName::local).orElse(name);
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
