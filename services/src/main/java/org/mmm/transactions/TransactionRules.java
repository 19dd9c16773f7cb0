package org.mmm.transactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.items.AssetRef;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.Transaction;
import org.mmm.items.TransactionStatus;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Price;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.service.ServiceAsk;
import org.mmm.service.ServiceMachine;
import org.mmm.service.ServiceMachine.Step;

/**
 * Transact: the requester is the Sender (of the Value) and gets the Asset; the Receiver owns it and
 * must have it on offer at that price. At price 0 no Wallet is looked up; this M-Instance has no
 * Wallets yet, so a price above 0 is refused with InsValue.
 */
public final class TransactionRules implements ServiceMachine.Rules {
  @Override
  public Step perform(Address self, Call call, Moment now) {
    Terms terms;
    try {
      terms = Terms.of(call);
    } catch (ItemException e) {
      return Step.refuse(call, Reason.FAULTY_PA, String.valueOf(e.getMessage()));
    }
    String fault = terms.fault(call);
    if (fault != null) return Step.refuse(call, Reason.FAULTY_PA, fault);
    if (terms.amount.signum() > 0) {
      return Step.refuse(
          call,
          Reason.INS_VALUE,
          call.subject()
              + " has no Wallet to pay "
              + terms.amount
              + " "
              + terms.currency
              + " from");
    }
    Args.Reservation reservation =
        new Args.Reservation(
            call.subject(),
            call.account(),
            terms.seller,
            terms.amount,
            terms.currency,
            MmmService.TRANSACTION.id(Edition.ARC_1_2),
            leavesBy(call, terms.asset));
    Optional<Step> step = Handover.next(self, call, terms.asset, reservation);
    return step.orElseGet(() -> done(call, terms, reservation.message() != null, now));
  }

  /**
   * A place stays where it is, whoever owns it; any other Item goes to the M-Instance of its owner,
   * by the message with which that one asks for it. Null if it stays.
   */
  private static @Nullable String leavesBy(Call call, String asset) {
    Name name = call.names().get(asset);
    if (!RemoteName.is(call.subject()) || name == null || name.kind() != Address.Kind.ITEM) {
      return null;
    }
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline && inline.item().has(ASKED_BY)) {
        return inline.item().path(ASKED_BY).asText();
      }
    }
    throw new IllegalArgumentException(call.id() + " came by no message of another M-Instance");
  }

  /** What says with the sentence by which message another M-Instance asks. */
  public static With.Inline askedBy(String message) {
    return new With.Inline(JsonNodeFactory.instance.objectNode().put(ASKED_BY, message));
  }

  /** Whether that is what {@link #askedBy} says. */
  public static boolean isAskedBy(JsonNode item) {
    return item.has(ASKED_BY);
  }

  private static final String ASKED_BY = "AskedByMessage";

  private static Step done(Call call, Terms terms, boolean left, Moment now) {
    Complements answer = Complements.NONE;
    if (terms.item != null) {
      ObjectNode fin = terms.item.deepCopy();
      fin.put("TransactionStatus", TransactionStatus.FINAL.wireName());
      answer = answer.with(List.of(new With.Inline(fin)));
    }
    if (left) return Step.end(Reply.of(call, PaStatus.ACK).with(answer));
    Map<String, Name> names = new HashMap<>(call.names());
    names.put(call.subject(), new Name(Address.Kind.PROCESS, "User"));
    ObjectNode rights =
        ServiceAsk.rights(
            MintedName.derived("Rights", call.id().toString()), "Acquired", patterns(call, terms));
    return Step.end(
        Reply.of(call, PaStatus.ACK).with(answer),
        ServiceAsk.change(MmmService.TRANSACTION, call, call.subject(), rights, names, now));
  }

  /**
   * The Rights wished for that concern the Asset become Final; at the least, to be and to place
   * there, or to place it.
   */
  private static List<ObjectNode> patterns(Call call, Terms terms) {
    List<ObjectNode> patterns = new ArrayList<>();
    for (With with : call.action().complements().with()) {
      boolean template =
          with instanceof With.Inline i
              && i.item().path("Header").asText().startsWith("MMM-PAC")
              && mentions(i.item(), terms.asset);
      if (template && patterns.size() < MOST_WISHES) patterns.add(((With.Inline) with).item());
    }
    Name name = call.names().get(terms.asset);
    boolean place = name != null && name.kind() == Address.Kind.PLACE;
    if (patterns.isEmpty()) {
      patterns.add(ServiceAsk.pattern(Action.MM_EMBED, place ? "AtItem" : "NilItem", terms.asset));
    }
    return patterns;
  }

  private static final int MOST_WISHES = 8;

  private static boolean mentions(JsonNode item, String id) {
    if (item.isTextual()) return item.asText().equals(id);
    for (JsonNode part : item) if (mentions(part, id)) return true;
    return false;
  }

  /** What a Transact says, in either edition's form. */
  private record Terms(
      String asset, String seller, BigDecimal amount, String currency, @Nullable ObjectNode item) {
    static Terms of(Call call) {
      Complements c = call.action().complements();
      String asset = c.nil() == null ? "" : c.nil();
      String seller = c.from().isEmpty() ? "" : c.from().get(0);
      Price price = Price.NOTHING;
      ObjectNode item = null;
      for (With with : c.with()) {
        if (!(with instanceof With.Inline inline)) continue;
        String header = inline.item().path("Header").asText();
        if (header.startsWith("MMM-TRA")) {
          Transaction transaction = ItemJson.read(Transaction.class, inline.item());
          item = inline.item();
          if (asset.isEmpty()) asset = assetOf(transaction);
          if (seller.isEmpty() && transaction.receiver() != null) {
            seller = transaction.receiver().id();
          }
        }
        boolean carriesValue = header.startsWith("MMM-TRA") || header.startsWith("MMM-VAL");
        if (carriesValue && inline.item().findValue("Amount") != null) {
          price = Price.of(inline.item());
        }
      }
      return new Terms(asset, seller, price.amount(), price.currency(), item);
    }

    private static String assetOf(Transaction transaction) {
      for (AssetRef ref : transaction.assets()) {
        if (ref.id() != null) return ref.id();
      }
      return "";
    }

    @Nullable String fault(Call call) {
      if (asset.isEmpty()) {
        return "a Transact names one Asset: as its object, or as AssetID of the Transaction Item";
      }
      if (amount.signum() < 0) return "a Value must be at least 0, was " + amount;
      if (item == null) return null;
      String sender = item.path("SenderData").path("SenderID").asText(call.subject());
      return sender.equals(call.subject())
          ? null
          : "the Sender of the Transaction must be who asks, " + call.subject() + ", was " + sender;
    }
  }
}
