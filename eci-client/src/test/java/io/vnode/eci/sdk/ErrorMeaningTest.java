package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMeaningTest {

    @ParameterizedTest
    @CsvSource({
        "400, DryRunOperation, DRY_RUN_PASSED",
        "400, DryRun.Success, DRY_RUN_PASSED",
        "400, Throttling, THROTTLED",
        "400, Throttling.User, THROTTLED",
        "400, Throttling.Api, THROTTLED",
        "429, SomethingNew, THROTTLED",
        "400, EipPurchaseFlowControl, THROTTLED",
        "403, Throttling.Vcpu.PerDay, OUT_OF_STOCK",
        "403, OperationDenied.NoStock, OUT_OF_STOCK",
        "403, InvalidVSwitchId.IpNotEnough, OUT_OF_STOCK",
        "403, Zone.NotOnSale, OUT_OF_STOCK",
        "403, Spot.NotMatched, OUT_OF_STOCK",
        "403, QuotaExceeded, OUT_OF_STOCK",
        "400, RecommendEmpty.InstanceTypeFamilyNotMatched, OUT_OF_STOCK",
        "404, InvalidAccessKeyId.NotFound, BAD_CREDENTIALS",
        "400, InvalidAccessKeyId.Inactive, BAD_CREDENTIALS",
        "400, SignatureDoesNotMatch, BAD_CREDENTIALS",
        "400, IncompleteSignature, BAD_CREDENTIALS",
        "400, InvalidTimeStamp.Expired, BAD_CREDENTIALS",
        "400, InvalidSecurityToken.Expired, BAD_CREDENTIALS",
        "400, IncorrectStatus, CONFLICT",
        "400, OperationConflict, CONFLICT",
        "400, IdempotentParameterMismatch, CONFLICT",
        "409, EntityAlreadyExists.User, CONFLICT",
        "409, DeleteConflict.User.AccessKey, CONFLICT",
        "400, Zone.VpcExists, CONFLICT",
        "400, Record.Invalid.Conflict, CONFLICT",
        "403, Forbidden.RAM, NOT_PERMITTED",
        "403, NoPermission, NOT_PERMITTED",
        "403, InvalidUser.PassRoleForbidden, NOT_PERMITTED",
        "400, Account.Arrearage, NOT_PERMITTED",
        "400, InvalidPaymentMethod.InsufficientBalance, NOT_PERMITTED",
        "400, ServiceNotEnabled, NOT_PERMITTED",
        "403, CreateServiceLinkedRole.Denied, NOT_PERMITTED",
        "404, InvalidVSwitchId.NotFound, NOT_FOUND",
        "404, InvalidSecurityGroupId.NotFound, NOT_FOUND",
        "404, InvalidContainerGroupId.NotFound, NOT_FOUND",
        "404, EntityNotExist.User, NOT_FOUND",
        "400, Zone.NotExists, NOT_FOUND",
        "400, Record.NotExists, NOT_FOUND",
        "404, InvalidAction.NotFound, INVALID",
        "400, InvalidParameter.CPU.Memory, INVALID",
        "400, MissingParameter, INVALID",
        "403, OperationDenied.SecurityGroupMisMatch, INVALID",
        "503, ServiceUnavailable, SERVER_TROUBLE",
        "500, InternalError, SERVER_TROUBLE",
        "502, Http502, SERVER_TROUBLE",
        "400, SignatureNonceUsed, SERVER_TROUBLE",
        "400, SomethingNew, UNKNOWN"
    })
    void followsFromStatusAndCode(int status, String code, ErrorMeaning meaning) {
        assertThat(ErrorMeaning.of(status, code)).isEqualTo(meaning);
    }
}
