package io.vnode.cli.operation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.settings.Setting;
import io.vnode.addon.settings.Settings;
import io.vnode.cli.certificate.CertificateAuthority;
import io.vnode.cli.certificate.WebhookCertificate;
import io.vnode.cli.check.Preflight;
import io.vnode.cli.cloud.AccessKeys;
import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.ClusterApply;
import io.vnode.cli.cluster.Concurrently;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.cluster.PlacementProof;
import io.vnode.cli.cluster.RolloutWait;
import io.vnode.cli.manifest.AddonManifests;
import io.vnode.cli.manifest.Installation;
import io.vnode.cli.manifest.ManifestStage;
import io.vnode.cli.plan.Plan;
import io.vnode.cli.plan.Stage;
import io.vnode.cli.plan.Step;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Counted;
import io.vnode.cli.progress.Progress;
import io.vnode.cli.settings.Given;
import io.vnode.cli.settings.Parameter;
import io.vnode.cli.settings.Parameters;
import io.vnode.eci.EciClient;
import io.vnode.eci.credentials.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts the addon into a cluster, or brings it to what was asked for: looks and checks first, then applies stage by stage.
 * Nothing is written before {@link #carryOut}; whatever is there already is found to be there, so an interrupted
 * installation goes on where it stopped.
 */
public final class InstallOperation {

    /** A certificate that would end sooner is replaced. */
    private static final Duration CERTIFICATE_RESERVE = Duration.ofDays(30);

    private final Cluster cluster;
    private final Cloud cloud;
    private final Clock clock;
    private final Progress progress;

    public InstallOperation(Cluster cluster, Cloud cloud, Clock clock, Progress progress) {
        this.cluster = cluster;
        this.cloud = cloud;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Looks, checks, and works out what would change. Changes nothing.
     *
     * @param defaultImage image to use when nobody names one
     */
    public InstallPlan plan(Parameters parameters, AccessKeys keys, String defaultImage) {
        progress.begin("checks");
        String version = Preflight.cluster(cluster);
        InstalledAddon installed = InstalledAddon.read(cluster);
        WantedSettings wanted = WantedSettings.of(parameters, installed, defaultImage);
        requireSameCluster(installed, wanted);
        Given file = parameters.find(Parameter.CREDENTIALS_FILE);
        Credentials credentials = keys.find(file == null ? null : file.text(), installed.credentials());
        Installation installation = new Installation(
                wanted.addon(), wanted.image(), wanted.replicas(), credentials, certificate(installed));
        List<ManifestStage> manifests = AddonManifests.forInstallation(installation);
        Preflight.rights(cluster, objects(manifests));
        try (EciClient eci =
                cloud.connect(wanted.addon().regionId(), wanted.addon().endpoint(), credentials)) {
            Preflight.cloud(eci, wanted.addon(), progress);
        }
        progress.end(
                "Kubernetes %s, ECI in %s".formatted(version, wanted.addon().regionId()));
        progress.begin("plan");
        Plan plan = preview(manifests);
        progress.end("+ %d create  ~ %d change  = %d unchanged"
                .formatted(plan.creations(), plan.updates(), plan.unchanged()));
        return new InstallPlan(
                cluster.context(),
                cluster.server(),
                wanted.addon().clusterId(),
                wanted.addon().regionId(),
                wanted.image(),
                wanted.replicas(),
                plan);
    }

    /** Applies what differs, stage by stage, and waits until all of it is ready. The webhook comes last. */
    public InstallReport carryOut(InstallPlan planned, Duration timeout) throws InterruptedException {
        Instant started = clock.instant();
        Instant deadline = started.plus(timeout);
        ClusterApply apply = new ClusterApply(cluster);
        List<Stage> stages = planned.plan().stages();
        for (Stage stage : stages.subList(0, stages.size() - 1)) {
            apply(stage, apply);
        }
        progress.begin("ready");
        new RolloutWait(cluster, clock, progress).await(deadline);
        progress.end(Counted.of(planned.replicas(), "virtual node"));
        apply(stages.getLast(), apply);
        progress.begin("placement");
        new PlacementProof(cluster, clock, progress).await(deadline);
        progress.end("pods labelled eci=true go to virtual nodes");
        return InstallReport.of(planned, Duration.between(started, clock.instant()));
    }

    private void apply(Stage stage, ClusterApply apply) {
        List<Step> steps = stage.effective();
        if (steps.isEmpty()) {
            return;
        }
        progress.begin(stage.name());
        steps.forEach(step -> apply.apply(step.object()));
        progress.end(Counted.of(steps.size(), "object"));
    }

    private Plan preview(List<ManifestStage> manifests) {
        ClusterApply apply = new ClusterApply(cluster);
        List<Step> steps = Concurrently.map(objects(manifests), object -> new Step(object, apply.preview(object)));
        return new Plan(manifests.stream()
                .map(stage -> new Stage(
                        stage.name(),
                        steps.stream()
                                .filter(step -> stage.objects().contains(step.object()))
                                .toList()))
                .toList());
    }

    private static List<HasMetadata> objects(List<ManifestStage> manifests) {
        return manifests.stream().flatMap(stage -> stage.objects().stream()).toList();
    }

    private WebhookCertificate certificate(InstalledAddon installed) {
        List<String> hostNames = List.of(
                "%s.%s.svc".formatted(AddonObjects.ADMISSION_CONTROLLER, AddonObjects.NAMESPACE),
                "%s.%s.svc.cluster.local".formatted(AddonObjects.ADMISSION_CONTROLLER, AddonObjects.NAMESPACE));
        return Optional.ofNullable(installed.certificate())
                .filter(certificate -> certificate.serves(hostNames, clock.instant(), CERTIFICATE_RESERVE))
                .orElseGet(() -> CertificateAuthority.issueFor(hostNames, clock.instant()));
    }

    /** Under another cluster id or in another region the provider would no longer find the container groups that run. */
    private static void requireSameCluster(InstalledAddon installed, WantedSettings wanted) {
        requireSame(
                "cluster id",
                Parameter.CLUSTER_ID,
                Settings.CLUSTER_ID,
                installed,
                wanted.addon().clusterId());
        requireSame(
                "region",
                Parameter.REGION,
                Settings.REGION_ID,
                installed,
                wanted.addon().regionId());
    }

    private static void requireSame(
            String what, Parameter parameter, Setting<?> setting, InstalledAddon installed, String wanted) {
        String present = installed.providerEnvironment().getOrDefault(setting.variable(), "");
        if (!present.isEmpty() && !present.equals(wanted)) {
            throw new ProblemException(new Problem(
                    ProblemCode.INSTALLATION_IDENTITY_CHANGE,
                    "the addon is installed with %s '%s', not '%s'".formatted(what, present, wanted),
                    "container groups that run now would be left behind, running and billed",
                    List.of("vnode uninstall     first, or keep   %s %s".formatted(parameter.flag(), present))));
        }
    }
}
