@doc-5
Feature: Who may call, and when the bank is out of order, scheme r1

  @doc-5.1 @row:r1_health_ping @code:0
  Scenario: The bank is there
    Given a shop under scheme r1
    When the shop checks that the bank is there
    Then the bank agrees

  @doc-1.3 @code:-10000 @needs:world @row:r1_partner_tradepoints @row:r1_device_register @row:r1_device_delete @row:r1_qr_create @row:r1_qr_create-link @row:r1_payment_status @row:r1_health_ping @row:r1_test_payment_scan @row:r1_test_payment_confirm @row:r1_test_payment_scanerror @row:r1_test_payment_confirmerror @row:r1_payment_status_v02
  Scenario Outline: Without key and certificate nobody is admitted to "<call>"
    Given a shop without key and certificate under scheme r1
    When the shop calls "<call>"
    Then the bank refuses with code -10000

    Examples:
      | call |
      | r1 partner tradepoints |
      | r1 device register |
      | r1 device delete |
      | r1 qr create |
      | r1 qr create-link |
      | r1 payment status |
      | r1 health ping |
      | r1 test payment scan |
      | r1 test payment confirm |
      | r1 test payment scanerror |
      | r1 test payment confirmerror |
      | r1 payment status v02 |

  @doc-annex-3 @code:-999 @needs:faults @row:r1_partner_tradepoints @row:r1_device_register @row:r1_device_delete @row:r1_qr_create @row:r1_qr_create-link @row:r1_payment_status @row:r1_health_ping @row:r1_test_payment_scan @row:r1_test_payment_confirm @row:r1_test_payment_scanerror @row:r1_test_payment_confirmerror @row:r1_payment_status_v02
  Scenario Outline: While the bank is out of order, "<call>" says so
    Given a till at trade point 1 under scheme r1
    And purchase number 1
    And the bank answers "<call>" with code -999
    When the shop calls "<call>"
    Then the bank refuses with code -999

    Examples:
      | call |
      | r1 partner tradepoints |
      | r1 device register |
      | r1 device delete |
      | r1 qr create |
      | r1 qr create-link |
      | r1 payment status |
      | r1 health ping |
      | r1 test payment scan |
      | r1 test payment confirm |
      | r1 test payment scanerror |
      | r1 test payment confirmerror |
      | r1 payment status v02 |
