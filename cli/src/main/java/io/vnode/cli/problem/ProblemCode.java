package io.vnode.cli.problem;

import static io.vnode.cli.problem.ExitCode.CHECK_FAILED;
import static io.vnode.cli.problem.ExitCode.CLOUD;
import static io.vnode.cli.problem.ExitCode.FAILED;
import static io.vnode.cli.problem.ExitCode.KUBERNETES;
import static io.vnode.cli.problem.ExitCode.PARTLY_DONE;
import static io.vnode.cli.problem.ExitCode.REFUSED;
import static io.vnode.cli.problem.ExitCode.TIMED_OUT;
import static io.vnode.cli.problem.ExitCode.USAGE;

/**
 * One cause of failure each: a number that is never reused, and the exit code that goes with it.
 *
 * <p>VN1xxx is about the Kubernetes cluster, VN2xxx about the sandbox, VN3xxx about settings and input, VN4xxx is a refusal
 * by a safety rule, VN5xxx is about the cloud, VN9xxx is about {@code vnode} itself.
 */
public enum ProblemCode {
    CLUSTER_UNREACHABLE(1001, KUBERNETES),
    CLUSTER_UNAUTHENTICATED(1002, KUBERNETES),
    CLUSTER_FORBIDDEN(1003, KUBERNETES),
    KUBECONFIG_MISSING(1004, KUBERNETES),
    KUBECONFIG_UNREADABLE(1005, KUBERNETES),
    CLUSTER_VERSION_UNSUPPORTED(1006, CHECK_FAILED),
    CLUSTER_REFUSED_OBJECT(1007, KUBERNETES),
    CLUSTER_ANSWER_UNEXPECTED(1008, KUBERNETES),
    ROLLOUT_HOPELESS(1101, PARTLY_DONE),
    ROLLOUT_TIMED_OUT(1102, TIMED_OUT),
    REMOVAL_TIMED_OUT(1103, TIMED_OUT),

    SANDBOX_BINARIES_MISSING(2001, FAILED),
    SANDBOX_PORT_TAKEN(2002, CHECK_FAILED),
    SANDBOX_NO_ADDRESS(2003, CHECK_FAILED),
    SANDBOX_PROCESS_DIED(2004, FAILED),
    SANDBOX_FOLDER_UNUSABLE(2005, CHECK_FAILED),
    SANDBOX_DISK_FULL(2006, CHECK_FAILED),
    SANDBOX_TIMED_OUT(2007, TIMED_OUT),
    SANDBOX_BUSY(2008, TIMED_OUT),
    SANDBOX_NOT_REMOVED(2009, FAILED),
    SANDBOX_INSTALLATION_INCOMPLETE(2010, FAILED),

    SETTING_UNKNOWN(3001, USAGE),
    SETTING_INVALID(3002, USAGE),
    SETTING_MISSING(3003, USAGE),
    SETTINGS_FILE_UNREADABLE(3004, USAGE),
    PROFILE_UNKNOWN(3005, USAGE),
    CREDENTIALS_MISSING(3006, USAGE),
    CREDENTIALS_UNREADABLE(3007, USAGE),
    COMMAND_LINE(3008, USAGE),

    FOREIGN_OBJECT(4001, REFUSED),
    FIELD_CONFLICT(4002, REFUSED),
    CONFIRMATION_MISSING(4003, REFUSED),
    DECLINED(4004, REFUSED),
    SECRET_ON_COMMAND_LINE(4005, REFUSED),
    EVICTION_BLOCKED(4006, REFUSED),
    INSTALLATION_IDENTITY_CHANGE(4007, REFUSED),

    CLOUD_UNREACHABLE(5001, CLOUD),
    CLOUD_CANNOT_TELL(5002, CLOUD),
    CLOUD_CREDENTIALS_REFUSED(5003, CLOUD),
    CLOUD_FORBIDDEN(5004, CLOUD),
    CLOUD_RESOURCE_UNKNOWN(5005, CHECK_FAILED),
    CLOUD_REJECTED(5006, CHECK_FAILED),
    CONTAINER_GROUPS_REMAIN(5007, TIMED_OUT),

    INTERRUPTED(9001, ExitCode.INTERRUPTED),
    UNEXPECTED(9002, FAILED);

    private final int number;
    private final ExitCode exitCode;

    ProblemCode(int number, ExitCode exitCode) {
        this.number = number;
        this.exitCode = exitCode;
    }

    /** The code as people see it, for example {@code VN1001}. */
    public String code() {
        return "VN" + number;
    }

    /** How the process ends. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
