package io.vnode.eci.sdk;

import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.ImageCacheOutcome;
import io.vnode.eci.json.Fields;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.model.cache.ImageCache;
import io.vnode.eci.model.cache.ImageCacheFilter;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Image caches. */
final class ImageCacheCalls {

    private static final String CREATE = "CreateImageCache";
    private static final String DESCRIBE = "DescribeImageCaches";
    private static final String DELETE = "DeleteImageCache";

    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

    ImageCacheCalls(EciCalls calls, Supplier<Deadline> deadlines) {
        this.calls = calls;
        this.deadlines = deadlines;
    }

    ImageCacheOutcome create(CreateImageCacheRequest request) {
        Answer<ImageCacheOutcome> answer = calls.call(
                CREATE, () -> ImageCacheParameters.create(request), ImageCacheCalls::accepted, deadlines.get());
        return switch (answer) {
            case Answer.Good<ImageCacheOutcome>(ImageCacheOutcome outcome) -> outcome;
            case Answer.Refused<ImageCacheOutcome>(Answer.Refusal refusal) ->
                switch (refusal.meaning()) {
                    case OUT_OF_STOCK -> Outcomes.outOfStock(refusal);
                    case INVALID, NOT_FOUND, UNKNOWN -> Outcomes.rejected(refusal);
                    case DRY_RUN_PASSED, CONFLICT, BAD_CREDENTIALS, NOT_PERMITTED, THROTTLED, SERVER_TROUBLE ->
                        throw refusal.toException(CREATE);
                };
        };
    }

    private static ImageCacheOutcome accepted(Fields answer) {
        return new ImageCacheOutcome.Accepted(
                answer.text("ImageCacheId"), answer.textOrEmpty("ContainerGroupId"), Outcomes.requestId(answer));
    }

    List<ImageCache> describe(ImageCacheFilter filter) {
        Deadline deadline = deadlines.get();
        return Pages.all(DESCRIBE, ImageCache::id, token -> calls.call(
                        DESCRIBE,
                        () -> {
                            ActionRequest request = ImageCacheParameters.describe(filter);
                            request.parameters().put("NextToken", token);
                            return request;
                        },
                        fields -> new Pages.Page<>(
                                fields.requiredList("ImageCaches", ImageCacheReader::read),
                                fields.optionalText("NextToken")),
                        deadline)
                .orThrow(DESCRIBE));
    }

    DeleteOutcome delete(String imageCacheId) {
        String clientToken = UUID.randomUUID().toString();
        return Outcomes.delete(
                DELETE,
                calls.call(
                        DELETE,
                        () -> {
                            ActionRequest request = new ActionRequest(DELETE);
                            request.parameters()
                                    .put("ImageCacheId", imageCacheId)
                                    .put("ClientToken", clientToken);
                            return request;
                        },
                        Outcomes::requestId,
                        deadlines.get()));
    }
}
