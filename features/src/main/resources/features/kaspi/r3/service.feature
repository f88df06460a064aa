@doc-5
Feature: Who may call, and when the bank is out of order, scheme r3

  @doc-5.1 @row:r3_health_ping @code:0
  Scenario: The bank is there
    Given a shop under scheme r3
    When the shop checks that the bank is there
    Then the bank agrees

  @doc-1.3 @code:-10000 @needs:world @row:r3_partner_tradepoints @row:r3_device_register @row:r3_device_delete @row:r3_qr_create @row:r3_qr_create-link @row:r3_payment_status @row:r3_payment_details @row:r3_payment_return @row:r3_remote_client-info @row:r3_remote_create @row:r3_remote_cancel @row:r3_health_ping @row:r3_test_payment_scan @row:r3_test_payment_confirm @row:r3_test_payment_scanerror @row:r3_test_payment_confirmerror @row:r3_payment_status_v02
  Scenario Outline: Without key and certificate nobody is admitted to "<call>"
    Given a shop without key and certificate under scheme r3
    When the shop calls "<call>"
    Then the bank refuses with code -10000

    Examples:
      | call |
      | r3 partner tradepoints |
      | r3 device register |
      | r3 device delete |
      | r3 qr create |
      | r3 qr create-link |
      | r3 payment status |
      | r3 payment details |
      | r3 payment return |
      | r3 remote client-info |
      | r3 remote create |
      | r3 remote cancel |
      | r3 health ping |
      | r3 test payment scan |
      | r3 test payment confirm |
      | r3 test payment scanerror |
      | r3 test payment confirmerror |
      | r3 payment status v02 |

  @doc-annex-3 @code:-999 @needs:faults @row:r3_partner_tradepoints @row:r3_device_register @row:r3_device_delete @row:r3_qr_create @row:r3_qr_create-link @row:r3_payment_status @row:r3_payment_details @row:r3_remote_client-info @row:r3_remote_create @row:r3_remote_cancel @row:r3_health_ping @row:r3_test_payment_scan @row:r3_test_payment_confirm @row:r3_test_payment_scanerror @row:r3_test_payment_confirmerror @row:r3_payment_status_v02
  Scenario Outline: While the bank is out of order, "<call>" says so
    Given a till at trade point 1 under scheme r3
    And purchase number 1
    And the bank answers "<call>" with code -999
    When the shop calls "<call>"
    Then the bank refuses with code -999

    Examples:
      | call |
      | r3 partner tradepoints |
      | r3 device register |
      | r3 device delete |
      | r3 qr create |
      | r3 qr create-link |
      | r3 payment status |
      | r3 payment details |
      | r3 remote client-info |
      | r3 remote create |
      | r3 remote cancel |
      | r3 health ping |
      | r3 test payment scan |
      | r3 test payment confirm |
      | r3 test payment scanerror |
      | r3 test payment confirmerror |
      | r3 payment status v02 |
