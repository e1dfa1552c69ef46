package io.vnode.cli.problem;

/** Carries a {@link Problem} from where the facts are known to the one place that prints it. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().code() + " " + problem.what());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code().code() + " " + problem.what(), cause);
        this.problem = problem;
    }

    /** What to tell people. */
    public Problem problem() {
        return problem;
    }
}
