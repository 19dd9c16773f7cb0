package org.mmm.kernel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.scaladsl.AskPattern;
import org.apache.pekko.cluster.sharding.ShardCoordinator.ShardAllocationStrategy;
import org.apache.pekko.cluster.sharding.typed.HashCodeMessageExtractor;
import org.apache.pekko.cluster.sharding.typed.ShardingEnvelope;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.util.Timeout;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;

/** Every entity of the M-Instance, as this node reaches them. */
public final class Entities implements Post {
  private final Map<Address.Kind, ActorRef<ShardingEnvelope<EntityCommand>>> regions =
      new EnumMap<>(Address.Kind.class);
  private final ActorSystem<?> system;
  private final Ambient ambient;

  private Entities(ActorSystem<?> system, Ambient ambient) {
    this.system = system;
    this.ambient = ambient;
  }

  /**
   * Starts this node's part of every entity type.
   *
   * @param lease whether this node may write and acknowledge
   * @param erasures what was erased of what entities may have in memory
   * @param roles on nodes with which role an entity of each kind lives; on any if it is absent
   * @param allocation where the shards of each kind are put
   * @param machines how an entity of each kind decides; the kinds that are absent are not started
   */
  public static Entities start(
      ActorSystem<?> system,
      Ambient ambient,
      Lease lease,
      Erasures erasures,
      EntityMetrics metrics,
      Map<Address.Kind, String> roles,
      Function<Address.Kind, ShardAllocationStrategy> allocation,
      Map<Address.Kind, Function<Address, Machine<?, ?>>> machines) {
    return start(system, ambient, lease, erasures, metrics, roles, allocation, machines, Map.of());
  }

  /**
   * Starts this node's part of every entity type, with what stands beside entities.
   *
   * @param companions what stands beside an entity of each kind, made for each of them; nothing if
   *     the kind is absent, or if it gives null. It is one of the state of that kind's machines
   * @see #start(ActorSystem, Ambient, Lease, Erasures, EntityMetrics, Map, Function, Map)
   */
  public static Entities start(
      ActorSystem<?> system,
      Ambient ambient,
      Lease lease,
      Erasures erasures,
      EntityMetrics metrics,
      Map<Address.Kind, String> roles,
      Function<Address.Kind, ShardAllocationStrategy> allocation,
      Map<Address.Kind, Function<Address, Machine<?, ?>>> machines,
      Map<Address.Kind, Function<Address, @Nullable Companion<?>>> companions) {
    Entities entities = new Entities(system, ambient);
    EntitySettings settings = EntitySettings.of(system.settings().config());
    var around =
        new MachineEntity.Surroundings(
            ambient, entities, lease, settings, metrics, erasures::count);
    ClusterSharding sharding = ClusterSharding.get(system);
    machines.forEach(
        (kind, machine) -> {
          EntityTypeKey<EntityCommand> key = EntityTypeKey.create(EntityCommand.class, kind.word());
          var entity =
              Entity.of(
                      key,
                      context -> {
                        Address self = new Address(kind, context.getEntityId());
                        return behavior(
                            self,
                            machine.apply(self),
                            around,
                            context.getShard(),
                            companions.get(kind));
                      })
                  .withMessageExtractor(new HashCodeMessageExtractor<>(settings.shards()))
                  .withStopMessage(EntityCommand.Stop.NOW)
                  .withAllocationStrategy(allocation.apply(kind));
          String role = roles.get(kind);
          entities.regions.put(kind, sharding.init(role == null ? entity : entity.withRole(role)));
        });
    return entities;
  }

  /** One whose companion, if any, is of the same kind, and so of the same state. */
  @SuppressWarnings("unchecked")
  private static <S, E> Behavior<EntityCommand> behavior(
      Address self,
      Machine<S, E> machine,
      MachineEntity.Surroundings around,
      ActorRef<ClusterSharding.ShardCommand> shard,
      @Nullable Function<Address, @Nullable Companion<?>> companions) {
    Companion<?> companion = companions == null ? null : companions.apply(self);
    return companion == null
        ? MachineEntity.of(self, machine, around, shard)
        : MachineEntity.of(self, machine, around, shard, (Companion<S>) companion);
  }

  /** Says to what stands beside that entity that somebody wants to have to do with it. */
  public void attend(Address to, ActorRef<CborSerializable> by) {
    region(to).tell(new ShardingEnvelope<>(to.id(), new EntityCommand.Attend(by)));
  }

  @Override
  public void send(Address to, Message message, Hlc hlc, @Nullable ActorRef<Response> caller) {
    region(to)
        .tell(new ShardingEnvelope<>(to.id(), new EntityCommand.Envelope(message, hlc, caller)));
  }

  /**
   * Sends a message and waits for its answer. Until then it is sent again, because a node that is
   * lost, or that hands the entity over, may lose it or its answer: so it must be one that may come
   * twice.
   *
   * @return fails with a {@link java.util.concurrent.TimeoutException} when none came in time
   */
  public CompletionStage<Response> ask(
      Address to, Message message, Duration timeout, Resend resend) {
    return new Asking(to, message, ambient.moment().hlc(), resend).begin(timeout);
  }

  /**
   * Sends a message once and waits for its answer.
   *
   * @return fails with a {@link java.util.concurrent.TimeoutException} when none came in time
   */
  public CompletionStage<Response> ask(Address to, Message message, Duration timeout) {
    return new Asking(to, message, ambient.moment().hlc(), null).begin(timeout);
  }

  private ActorRef<ShardingEnvelope<EntityCommand>> region(Address to) {
    ActorRef<ShardingEnvelope<EntityCommand>> region = regions.get(to.kind());
    if (region == null) throw new IllegalArgumentException("no entities of kind " + to.kind());
    return region;
  }

  /** One question on its way. Each sending names the same caller, who hears the first answer. */
  private final class Asking {
    private final Address to;
    private final Message message;
    private final Hlc hlc;
    private final @Nullable Resend resend;

    Asking(Address to, Message message, Hlc hlc, @Nullable Resend resend) {
      this.to = to;
      this.message = message;
      this.hlc = hlc;
      this.resend = resend;
    }

    CompletionStage<Response> begin(Duration timeout) {
      AtomicReference<@Nullable ActorRef<Response>> caller = new AtomicReference<>();
      Future<Response> asked =
          new AskPattern.Askable<>(region(to))
              .ask(
                  (ActorRef<Response> asker) -> {
                    caller.set(asker);
                    return new ShardingEnvelope<>(
                        to.id(), new EntityCommand.Envelope(message, hlc, asker));
                  },
                  Timeout.create(timeout),
                  system.scheduler());
      // Not as Scala's CompletionStage: on that one each further step is a task of its own on the
      // common pool. Here all that follows is one task, and none of it delays the entity.
      CompletableFuture<Response> answer = new CompletableFuture<>();
      asked.onComplete(
          outcome -> outcome.fold(answer::completeExceptionally, answer::complete),
          system.executionContext());
      ActorRef<Response> from = caller.get();
      if (resend != null && from != null) again(resend, from, answer, 1);
      return answer;
    }

    private void again(
        Resend when, ActorRef<Response> caller, CompletableFuture<Response> answer, int sent) {
      system
          .scheduler()
          .scheduleOnce(
              when.pause(sent, ambient.chance()),
              () -> {
                if (answer.isDone()) return;
                send(to, message, hlc, caller);
                again(when, caller, answer, sent + 1);
              },
              system.executionContext());
    }
  }
}
