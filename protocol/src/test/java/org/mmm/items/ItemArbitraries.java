package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.DateTimes;
import org.mmm.action.Preposition;

/** Items of every type with any content. Their records refuse what is wrong, so all are right. */
final class ItemArbitraries {
  private ItemArbitraries() {}

  static Arbitrary<Item> items() {
    return Arbitraries.oneOf(
        accounts(),
        activityData(),
        maybe(ids()).map(id -> new Asset(id, Envelope.NONE)),
        capabilities(),
        ids().map(id -> Currency.of(shortened(id, 32))),
        Combinators.combine(maybe(ids()), payloads()).as((at, data) -> captured(at, data)),
        payloads().map(data -> new Discovery(data, null, Envelope.NONE)),
        messages(),
        actions().map(action -> action),
        names().map(name -> new MLocation(name, 40, Envelope.NONE)),
        Combinators.combine(names(), payloads()).as((name, data) -> model(name, data)),
        attitudes(),
        attitudes().map(SpatialAttitude::position),
        attitudes().map(SpatialAttitude::orientation),
        Combinators.combine(names(), sides()).as((name, side) -> parcel(name, side)),
        profiles(),
        processes().map(process -> process),
        rights().map(rights -> rights),
        rooms(),
        rules(),
        payloads().map(data -> new Stream("Data1", data, null, Envelope.NONE)),
        transactions(),
        names().map(name -> new ULocation(name, Envelope.NONE)),
        values().map(value -> value),
        ids().map(id -> new GenericItem("MMM-WAL-V2.2", Envelope.NONE)));
  }

  static Arbitrary<Envelope> envelopes() {
    return Combinators.combine(maybe(ids()), maybe(ids()), maybe(ids()), maybe(texts()), unknown())
        .as(Envelope::new);
  }

  static Arbitrary<ProcessAction> actions() {
    return Combinators.combine(
            words(),
            maybe(ids()),
            maybe(times()),
            complements(),
            complements(),
            statuses().list().ofMaxSize(3),
            envelopes())
        .as(ProcessAction::new);
  }

  static IppMessage carrying(ProcessAction action) {
    List<ActionRef> actions = List.of(ActionRef.of(action), ActionRef.to("PA1", Status.FINAL));
    return new IppMessage(
        action.time(), null, action.source(), "LCSrvc", actions, null, null, Envelope.NONE);
  }

  private static Item captured(String at, List<Payload> data) {
    return new CapturedData(at, data, null, Envelope.NONE);
  }

  private static Item model(String name, List<Payload> data) {
    var qualifier = new Qualifier("TFA-3MQ-V1.5", Envelope.NONE);
    return new ModelObject(name, data, qualifier, Envelope.NONE);
  }

  private static Item parcel(String name, double side) {
    return new Parcel(name, side, Envelope.NONE);
  }

  private static Arbitrary<Item> accounts() {
    Arbitrary<AccountProcess> processes =
        Combinators.combine(ids(), maybe(Arbitraries.of(ProcessType.class)), idLists(), unknown())
            .as(AccountProcess::new);
    return Combinators.combine(maybe(ids()), maybe(ids()), idLists(), processes.list().ofMaxSize(3))
        .as(
            (human, level, items, all) ->
                new Account(human, level, null, items, all, Envelope.NONE));
  }

  private static Arbitrary<Item> activityData() {
    Arbitrary<Ref<IppMessage>> refs =
        Arbitraries.oneOf(ids().map(Ref::to), actions().map(action -> Ref.of(carrying(action))));
    return Combinators.combine(maybe(ids()), refs.list().ofMaxSize(3))
        .as((process, messages) -> new ActivityData(process, messages, Envelope.NONE));
  }

  private static Arbitrary<Item> capabilities() {
    Arbitrary<MInstanceCapabilities> mInstance =
        Combinators.combine(Arbitraries.of(Profile.class), idLists(), idLists(), unknown())
            .as(MInstanceCapabilities::new);
    Arbitrary<ProcessCapabilities> process =
        Combinators.combine(maybe(ids()), idLists(), idLists(), idLists(), unknown())
            .as(ProcessCapabilities::new);
    return Combinators.combine(maybe(mInstance), maybe(process))
        .as((m, p) -> new Capabilities(m, p, Envelope.NONE));
  }

  private static Arbitrary<Item> messages() {
    Arbitrary<Ref<Rights>> refs = Arbitraries.oneOf(ids().map(Ref::to), rights().map(Ref::of));
    return Combinators.combine(payloads(), refs.list().ofMaxSize(2))
        .as((data, rights) -> new Message(data, rights, Envelope.NONE));
  }

  private static Arbitrary<SpatialAttitude> attitudes() {
    Arbitrary<Double> metres = Arbitraries.doubles().between(-1e6, 1e6).ofScale(6);
    Arbitrary<Double> degrees = Arbitraries.doubles().between(-360, 360).ofScale(6);
    return Combinators.combine(metres, metres, metres, degrees, degrees, degrees)
        .as(SpatialAttitude::of);
  }

  private static Arbitrary<Item> profiles() {
    Arbitrary<PersonalData> data =
        Combinators.combine(
                maybe(texts()), maybe(Arbitraries.doubles().between(0, 150).ofScale(2)), unknown())
            .as((text, age, other) -> new PersonalData(text, null, age, null, text, other));
    Arbitrary<Ref<ProcessItem>> refs =
        Arbitraries.oneOf(ids().map(Ref::to), processes().map(Ref::of));
    Arbitrary<ProfileProcess> wanted =
        Combinators.combine(refs.list().ofMaxSize(2), idLists(), unknown())
            .as((all, ids, other) -> new ProfileProcess(all, personae(ids), other));
    return Combinators.combine(maybe(ids()), data, wanted.list().ofMaxSize(2), unknown())
        .as((human, d, all, other) -> new PersonalProfile(human, d, all, other, Envelope.NONE));
  }

  private static List<Ref<ModelObject>> personae(List<String> ids) {
    List<Ref<ModelObject>> personae = new ArrayList<>();
    ids.forEach(id -> personae.add(Ref.to(id)));
    return personae;
  }

  private static Arbitrary<ProcessItem> processes() {
    return Combinators.combine(
            Arbitraries.of(ProcessType.class), maybe(ids()), maybe(ids()), envelopes())
        .as(ProcessItem::new);
  }

  private static Arbitrary<Rights> rights() {
    return Combinators.combine(
            Arbitraries.of(DeonticVerb.class), Arbitraries.of(Level.class), refs(), unknown())
        .as(RightsEntry::new)
        .list()
        .ofMaxSize(3)
        .map(data -> new Rights(data, Envelope.NONE));
  }

  private static Arbitrary<Item> rules() {
    return Combinators.combine(Arbitraries.of(DeonticVerb.class), refs(), unknown())
        .as(RulesEntry::new)
        .list()
        .ofMaxSize(3)
        .map(data -> new Rules(data, Envelope.NONE));
  }

  private static Arbitrary<Item> rooms() {
    return Combinators.combine(
            names(),
            sides(),
            Arbitraries.integers().between(1, 10_000),
            Arbitraries.of(true, false))
        .as((name, side, seats, shown) -> new Room(name, side, seats, shown, Envelope.NONE));
  }

  private static Arbitrary<Item> transactions() {
    Arbitrary<AssetRef> assets =
        Combinators.combine(Arbitraries.of(TargetKind.class), ids()).as(AssetRef::new);
    Arbitrary<Payment> payments =
        Combinators.combine(maybe(ids()), maybe(ids()), values(), unknown()).as(Payment::new);
    Arbitrary<Party> parties =
        Combinators.combine(
                ids(), maybe(ids()), payments.list().ofMaxSize(2), maybe(ids()), unknown())
            .as(Party::new);
    return Combinators.combine(
            assets.list().ofMaxSize(3),
            maybe(parties),
            maybe(parties),
            maybe(Arbitraries.of(TransactionStatus.class)))
        .as((all, from, to, how) -> new Transaction(all, from, to, null, how, Envelope.NONE));
  }

  private static Arbitrary<Value> values() {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1e12)).ofScale(8);
    return amounts.map(amount -> new Value(amount, Currency.of("EUR"), Envelope.NONE));
  }

  private static Arbitrary<List<ActionRef>> refs() {
    Arbitrary<ActionRef> byId =
        Combinators.combine(ids(), maybe(Arbitraries.of(Status.class)), unknown())
            .as((id, status, other) -> new ActionRef(id, null, status, other));
    return Arbitraries.oneOf(byId, actions().map(ActionRef::of))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<List<Complement>> complements() {
    return Combinators.combine(
            Arbitraries.of(Preposition.class), maybe(Arbitraries.of(TargetKind.class)), ids())
        .as(Complement::new)
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<ActionStatus> statuses() {
    return Arbitraries.oneOf(
        Arbitraries.just(new ActionStatus.Ack()),
        values().map(ActionStatus.Request::new),
        Arbitraries.of("FaultyPA", "Clash", "InsRights").map(ActionStatus.Error::new));
  }

  private static Arbitrary<List<Payload>> payloads() {
    Arbitrary<Payload> byUri =
        Combinators.combine(words(), Arbitraries.longs().between(0, 1L << 50))
            .as((name, bytes) -> Payload.uri("https://example.org/" + name, bytes));
    return Arbitraries.oneOf(texts().map(Payload::text), ids().map(Payload::id), byUri)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<UnknownFields> unknown() {
    Arbitrary<JsonNode> values =
        Arbitraries.oneOf(
            texts().map(TextNode::new),
            Arbitraries.integers().map(IntNode::new),
            Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE),
            texts().map(text -> JsonNodeFactory.instance.arrayNode().add(text).addNull()));
    return Arbitraries.maps(words().map(word -> "x-" + word), values)
        .ofMaxSize(2)
        .map(UnknownFields::new);
  }

  private static Arbitrary<Instant> times() {
    return DateTimes.instants();
  }

  private static Arbitrary<List<String>> idLists() {
    return words().list().ofMaxSize(3);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.strings().ofMinLength(1).ofMaxLength(40).filter(ItemArbitraries::isUnicode);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(100).filter(ItemArbitraries::isUnicode);
  }

  private static Arbitrary<String> names() {
    return maybe(ids());
  }

  private static Arbitrary<Double> sides() {
    return Arbitraries.doubles().between(1, 1_000).ofScale(3);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
  }

  /** Half a surrogate pair has no UTF-8 form. */
  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : "EUR";
  }

  private static <T> Arbitrary<T> maybe(Arbitrary<T> some) {
    return some.injectNull(0.3);
  }
}
