package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Approval;
import travel.opslayer.approval.Approvals;
import travel.opslayer.capability.assign.AssignFact.Says;
import travel.opslayer.capability.assign.CandidateRepository.Shown;
import travel.opslayer.capability.assign.JobRepository.Job;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Looks at who shall work on which trip. Most messages cost no look. */
@Singleton
final class AssignFacts implements FactSource {

  private final TripRepository trips;
  private final CrewRepository crew;
  private final JobRepository jobs;
  private final CandidateRepository candidates;
  private final Approvals approvals;
  private final Conversations people;
  private final HappeningRepository happenings;

  AssignFacts(
      TripRepository trips,
      CrewRepository crew,
      JobRepository jobs,
      CandidateRepository candidates,
      Approvals approvals,
      Conversations people,
      HappeningRepository happenings) {
    this.happenings = happenings;
    this.trips = trips;
    this.crew = crew;
    this.jobs = jobs;
    this.candidates = candidates;
    this.approvals = approvals;
    this.people = people;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(AssignFact.class, JobFact.class, CandidateFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      if (Heard.concerns(it)) {
        new Look(sql, it, desk).tell(sheets);
      }
    }
  }

  /** One message. */
  private final class Look {

    private final Sql sql;
    private final Asked asked;
    private final Desk desk;
    private final int tenant;
    private final @Nullable Says says;
    private final Optional<Duty> job;
    private final Optional<Shown> shown;

    Look(Sql sql, Asked asked, Desk desk) {
      this.sql = sql;
      this.asked = asked;
      this.desk = desk;
      this.tenant = desk.tenant().id();
      this.job = job(Heard.says(asked));
      this.shown =
          Heard.isShort(asked) && job.isEmpty()
              ? candidates.lastShown(sql, tenant, sender().person().id())
              : Optional.empty();
      this.says = Heard.says(asked) == null && shown.isPresent() ? Says.PICK : Heard.says(asked);
    }

    void tell(FactSheets sheets) {
      var trip = trip();
      var as = as();
      var named = trip.isEmpty() ? Optional.<String>empty() : named();
      sheets.add(asked, assigned(trip.orElse(null), as, named.orElse(null)));
      job.ifPresent(it -> sheets.add(asked, job(it, trip.orElseThrow())));
      trip.flatMap(it -> candidate(it, as, named)).ifPresent(it -> sheets.add(asked, it));
    }

    private Contact sender() {
      return asked.turn().contact();
    }

    /** What is tapped, quoted or due; what a request is about; else what they are asked or do. */
    private Optional<Duty> job(@Nullable Says said) {
      var code =
          Heard.about(asked, "AS-")
              .or(() -> Heard.about(asked, "AP-").flatMap(this::asksFor).map(Approval::subject));
      if (code.isPresent() || asked.subject() != null && !asked.subject().startsWith("TRP")) {
        return code.flatMap(it -> crew.byCode(sql, tenant, it));
      }
      if (said == Says.ACCEPT) {
        return theirs(Duty.OFFERED).or(() -> theirs(Duty.LAPSED));
      }
      if (said == Says.NO && asked.subject() == null) {
        return theirs(Duty.OFFERED);
      }
      return said == Says.CANNOT || said == Says.NO || said == Says.PERHAPS_CANNOT
          ? theirs(Duty.OFFERED).or(() -> theirs(Duty.ACCEPTED))
          : Optional.empty();
    }

    private Optional<Approval> asksFor(String code) {
      return approvals.byCode(sql, tenant, code).filter(Overrides::isOverride);
    }

    /** The one on the trip or the day that they name; else the only one. */
    private Optional<Duty> theirs(String state) {
      if (asked.turn().timer().isPresent()) {
        return Optional.empty();
      }
      var all =
          jobs.ahead(sql, tenant, sender().person().id(), state, desk.now()).stream()
              .flatMap(it -> crew.byCode(sql, tenant, it).stream())
              .filter(it -> asked.subject() == null || it.trip().equals(asked.subject()))
              .toList();
      var meant = all.size() > 1 ? all.stream().filter(this::isOnTheDay).toList() : all;
      return meant.size() == 1 || state.equals(Duty.LAPSED)
          ? meant.stream().findFirst()
          : Optional.empty();
    }

    private boolean isOnTheDay(Duty duty) {
      var date = asked.understanding().date();
      return date != null
          && date.resolve(desk.today())
              .equals(duty.startsAt().atZone(desk.tenant().zone()).toLocalDate());
    }

    private Optional<Trip> trip() {
      var code =
          job.map(Duty::trip)
              .or(() -> Heard.about(asked, "TRP"))
              .or(() -> asked.subject() == null ? shown.map(Shown::trip) : Optional.empty());
      return code.flatMap(it -> trips.byCode(sql, tenant, it));
    }

    private String as() {
      return Heard.as(asked)
          .or(() -> job.map(Duty::role))
          .or(() -> says == Says.PICK ? shown.map(Shown::role) : Optional.empty())
          .orElse(Duty.LEAD);
    }

    /** The only colleague of the field whose code, first name or card is there. */
    private Optional<String> named() {
      var tapped = Heard.tapped(asked);
      if (tapped.isPresent() || says != Says.ASSIGN && says != Says.PICK) {
        return tapped;
      }
      var words = Heard.words(asked);
      var cards = Heard.cards(asked);
      var meant =
          people.byRole(sql, tenant, "field").stream()
              .filter(it -> isOneOf(words, it) || cards.contains(it.address().value()))
              .flatMap(it -> Optional.ofNullable(it.person().code()).stream())
              .distinct()
              .toList();
      return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private boolean isOneOf(Set<String> words, Contact contact) {
      var name = Objects.requireNonNullElse(contact.person().firstName(), "");
      return words.contains(contact.person().code())
          || words.contains(name.toUpperCase(Locale.ROOT));
    }

    private Optional<CandidateFact> candidate(Trip trip, String as, Optional<String> named) {
      return named.isEmpty()
          ? Optional.empty()
          : candidates.all(sql, tenant, trip, as).stream()
              .filter(it -> it.code().equals(named.get()))
              .map(it -> it.fact(trip, as, spoken(trip)))
              .findFirst();
    }

    private Set<String> spoken(Trip trip) {
      var all = new HashSet<>(candidates.spoken(sql, tenant, trip.code()).keySet());
      all.remove(desk.tenant().language());
      return all;
    }

    private AssignFact assigned(@Nullable Trip trip, String as, @Nullable String named) {
      var isYes = Heard.about(asked, "AP-").isPresent() && asked.turn().tap().isEmpty();
      var limit =
          isYes && asked.understanding().party() != null ? asked.understanding().party() : null;
      return new AssignFact(
          says,
          trip == null ? null : trip.code(),
          trip != null && isOpen(trip),
          trip == null ? null : Duration.between(desk.now(), trip.startsAt()).toMinutes(),
          as,
          named,
          shown.map(it -> Duration.between(it.at(), desk.now()).toMinutes()).orElse(null),
          trip == null ? null : (long) trip.guests(),
          trip != null && job.filter(it -> isOver(it, trip)).isPresent(),
          limit == null ? null : Long.valueOf(limit),
          trip != null && limit != null && limit < trip.guests(),
          isYes && asked.understanding().notes().contains("condition"));
    }

    /** More than were allowed, and nobody knows yet. */
    private boolean isOver(Duty duty, Trip trip) {
      return duty.isTheirs()
          && crew.maxGuests(sql, tenant, duty).filter(it -> it < trip.guests()).isPresent()
          && happenings.of(sql, tenant, trip.code()).stream()
              .filter(it -> it.kind().equals(Overrides.OVERFULL))
              .noneMatch(it -> Integer.valueOf(trip.guests()).equals(it.number()));
    }

    private boolean isOpen(Trip trip) {
      return Set.of(Trip.PLANNED, Trip.STAFFED, Trip.READY).contains(trip.state())
          && trip.startsAt().isAfter(desk.now());
    }

    private JobFact job(Duty duty, Trip trip) {
      var kept = jobs.of(sql, tenant, duty);
      var others =
          crew.onTrip(sql, tenant, trip.code()).stream()
              .filter(it -> it.role().equals(duty.role()) && !it.id().equals(duty.id()))
              .toList();
      var holder = others.stream().filter(Duty::isTheirs).findFirst();
      var replaces = kept.map(Job::replaces).orElse(null);
      var staying = holder.filter(it -> !wantsOut(it)).isPresent();
      return new JobFact(
          duty.code(),
          JobFact.State.valueOf(duty.state().toUpperCase(Locale.ROOT)),
          duty.person().equals(sender().person().id()),
          asked.subject() != null || asked.turn().tap().isPresent() || isOnTheDay(duty),
          duty.isTheirs() && wantsOut(duty),
          holder.filter(it -> !it.id().equals(replaces)).isPresent(),
          duty.state().equals(Duty.OFFERED) && isOver(duty),
          !staying
              && !(duty.isTheirs() && !wantsOut(duty))
              && others.stream().noneMatch(it -> isAsked(it)),
          clashes(duty),
          holder.filter(it -> it.id().equals(replaces)).isPresent());
    }

    private boolean clashes(Duty duty) {
      return crew.of(sql, tenant, List.of(duty.person()), duty.startsAt(), duty.endsAt()).stream()
          .anyMatch(it -> it.isTheirs() && !it.id().equals(duty.id()));
    }

    private boolean wantsOut(Duty duty) {
      return jobs.of(sql, tenant, duty).filter(it -> it.wantsOutAt() != null).isPresent();
    }

    private boolean isAsked(Duty duty) {
      return duty.state().equals(Duty.PROPOSED)
          || duty.state().equals(Duty.OFFERED) && !isOver(duty);
    }

    private boolean isOver(Duty duty) {
      Instant until = duty.respondBy();
      return until != null && !until.isAfter(desk.now());
    }
  }
}
